using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Web.Tests.Robots;

/// <summary>What a robot was sent.</summary>
internal sealed record Said(Uri Address, string Body, string Key);

/// <summary>A chat server on this machine, with a certificate of its own.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ChatServer(WebApplication app, X509Certificate2 certificate) => (this.app, Certificate) = (app, certificate);

    public X509Certificate2 Certificate { get; }

    public ConcurrentQueue<Said> Messages { get; } = [];

    /// <summary>How it answers from now on.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Taken;

    public string Address => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/robot/send?key=abcdef";

    public static Task Taken(HttpContext http) => http.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");

    public static async Task<ChatServer> StartAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        var app = builder.Build();
        var server = new ChatServer(app, certificate);
        app.Run(async http =>
        {
            using var body = new StreamReader(http.Request.Body);
            server.Messages.Enqueue(new Said(
                new Uri($"https://localhost{http.Request.Path}{http.Request.QueryString}"), await body.ReadToEndAsync(), http.Request.Headers["Idempotency-Key"].ToString()));
            http.Response.ContentType = "application/json";
            await server.Answer(http);
        });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Certificate.Dispose();
    }
}
