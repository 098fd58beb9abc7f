using System.Xml.Linq;
using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CaseFlow.Web.Accounts;

/// <summary>A key with which cookies and forms are protected; every node of the installation reads the same.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; set; }

    /// <summary>The key as the framework writes it.</summary>
    public required string Xml { get; set; }
}

/// <summary>Keeps the keys in the installation's database, so that a cookie from one node is good on all.</summary>
internal sealed class ProtectionKeys(Databases databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.OpenAccounts();
        return [.. db.ProtectionKeys.Select(k => k.Xml).AsEnumerable().Select(x => XElement.Parse(x))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.OpenAccounts();
        db.ProtectionKeys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
