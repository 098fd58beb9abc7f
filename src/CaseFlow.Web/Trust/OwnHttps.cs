using System.Net;
using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CaseFlow.Web.Trust;

/// <summary>HTTPS with the installation's own authority, wherever nobody has given the program a certificate.</summary>
public static class OwnHttps
{
    public const string PagePath = "/trust";

    /// <summary>Where phones take the authority from.</summary>
    public const string FilePath = "/trust/caseflow.crt";

    private const string MediaType = "application/x-x509-ca-cert";

    /// <summary>What says where the server listens, in the order of ASP.NET Core.</summary>
    private static readonly string[] Addresses = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection();
        builder.Services.AddSingleton<Authorities>();
        // Phones live in real time, whatever clock the school has.
        builder.Services.AddSingleton(s => new ServerCertificates(s.GetRequiredService<Authorities>(), s.GetRequiredService<Settings>(), TimeProvider.System));
        if (!Addresses.Any(key => builder.Configuration.GetSection(key) is { } said && said.Exists()))
            builder.WebHost.UseUrls(Unsaid(builder.Environment.IsDevelopment()));
        if (!HasCertificate(builder.Configuration))
            builder.WebHost.ConfigureKestrel((_, kestrel) => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (connection, _) =>
                // The handshake asks here and cannot wait; only the first one has to.
                kestrel.ApplicationServices.GetRequiredService<ServerCertificates>().ForAsync(AddressOf(connection?.LocalEndPoint)).GetAwaiter().GetResult()));
    }

    /// <summary>Makes the authority the first time, once the first pages can be served, so that nobody waits for it.</summary>
    public static void Prepare(WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (IsUsed(app.Services.GetRequiredService<IServer>(), app.Configuration))
                _ = app.Services.GetRequiredService<ServerCertificates>().ForAsync(null);
        });

    public static void Map(WebApplication app) =>
        app.MapGet(FilePath, async (ServerCertificates certificates, CancellationToken cancel) =>
                Results.File((await certificates.AuthorityAsync(cancel)).Certificate.RawData, MediaType, Path.GetFileName(FilePath)))
            .AllowAnonymous().ExcludeFromDescription();

    /// <summary>The addresses at which the site is open at this moment.</summary>
    public static SiteAddresses AddressesOf(IServer server) => new(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    /// <summary>Whether HTTPS is switched on, and nobody has given the program a certificate for it.</summary>
    public static bool IsUsed(IServer server, IConfiguration configuration) => AddressesOf(server).HttpsPort is not null && !HasCertificate(configuration);

    /// <summary>Whether the program was given a certificate, as a county has one from an authority that every browser knows.</summary>
    private static bool HasCertificate(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Certificates:Default").Exists()
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any(e => e.GetSection("Certificate").Exists());

    /// <summary>Where nothing is said: the whole network of a school; the demonstration school, whose passwords are known, on this computer only.</summary>
    private static string[] Unsaid(bool development)
    {
        var host = development ? "localhost" : "*";
        return [$"http://{host}:5000", $"https://{host}:5443"];
    }

    private static IPAddress? AddressOf(EndPoint? end) => end is IPEndPoint { Address: var address }
        ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address.IsIPv6LinkLocal ? new IPAddress(address.GetAddressBytes()) : address
        : null;
}
