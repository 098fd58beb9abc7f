using CaseFlow.Engine;
using CaseFlow.Web.Api;
using CaseFlow.Web.Pages.Imports;
using Microsoft.AspNetCore.Http.Metadata;

namespace CaseFlow.Web.Import;

/// <summary>The endpoint takes the files of an import, which may be so large together.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadSizeAttribute : Attribute, IRequestSizeLimitMetadata
{
    public const int Megabytes = 25;

    /// <summary>In bytes; a form has its fields and the names of the files besides.</summary>
    public const long Most = (Megabytes * 1024 * 1024) + (256 * 1024);

    public long? MaxRequestBodySize => Most;
}

/// <summary>What was refused before the page could read it.</summary>
internal sealed record RefusedUnread(Refusal Refusal);

/// <summary>Reads what is uploaded, and answers where it is too large.</summary>
internal static class UploadForm
{
    /// <summary>So much is taken in and thrown away: a browser that is cut off while it sends shows an error of its own instead of the answer.</summary>
    private const long MostDiscarded = 40 * UploadSizeAttribute.Most;

    /// <returns>Null where it is larger than an upload may be.</returns>
    /// <exception cref="InvalidDataException">It is no form.</exception>
    /// <exception cref="IOException">It ends too early.</exception>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > UploadSizeAttribute.Most)
        {
            await DiscardAsync(http);
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null; // sent without saying its length, which no browser does: the connection may be closed before the answer is read
        }
    }

    /// <summary>Shows a page as it was before somebody sent it more than it takes, with the reason. Before antiforgery, which reads the form and knows no reason.</summary>
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var asks = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && !CareApi.IsApi(http.Request);
        if (asks && http.GetEndpoint()?.Metadata.GetMetadata<UploadSizeAttribute>() is not null && await IsTooLargeAsync(http))
        {
            http.Features.Set(new RefusedUnread(ImportRefusals.TooLarge));
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            http.Request.Method = HttpMethods.Get;
        }

        await next(http);
    }

    private static async Task<bool> IsTooLargeAsync(HttpContext http)
    {
        try
        {
            return await ReadAsync(http) is null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false; // no whole form: refused as any other
        }
    }

    private static async Task DiscardAsync(HttpContext http)
    {
        // Who asks first whether to send it has not begun.
        if (http.Request.ContentLength > MostDiscarded || http.Request.Headers.Expect.Count > 0)
            return;
        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }
}
