namespace CaseFlow.Web.Setup;

/// <summary>The web application: pages, API, sign-in and background work on top of what every verb shares.</summary>
public static class WebSite
{
    public static async Task<WebApplication> BuildAsync(string[] settings, CancellationToken cancel = default)
    {
        var builder = CaseFlowHost.Builder(settings);
        builder.Services.AddHealthChecks();
        var app = builder.Build();
        await CaseFlowHost.ReadyAsync(app.Services, cancel);
        app.MapHealthChecks("/health/live");
        return app;
    }
}
