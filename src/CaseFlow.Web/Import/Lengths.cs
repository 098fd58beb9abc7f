using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Web.Import;

/// <summary>How many characters the columns of the database hold, from the model itself.</summary>
internal sealed class Lengths(IModel model)
{
    private readonly Dictionary<(Type, string), int> known = [];

    public int Of<T>(string property)
    {
        if (!known.TryGetValue((typeof(T), property), out var length))
            known[(typeof(T), property)] = length = model.FindEntityType(typeof(T))!.FindProperty(property)!.GetMaxLength() ?? int.MaxValue;
        return length;
    }
}
