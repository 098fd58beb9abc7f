namespace CaseFlow.Browser.Tests;

/// <summary>Where the browser of these tests is; Debian's, or the one that CASEFLOW_CHROMIUM names.</summary>
public static class Chromium
{
    public static readonly string Program = Environment.GetEnvironmentVariable("CASEFLOW_CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Why the tests cannot run; null where they can.</summary>
    public static string? Missing => File.Exists(Program)
        ? null
        : $"SKIPPED: there is no browser at {Program}. Install it (apt-get install chromium fonts-noto-cjk) or set CASEFLOW_CHROMIUM.";
}

/// <summary>A test in a browser; skipped, and says so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <summary>As <see cref="BrowserFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
