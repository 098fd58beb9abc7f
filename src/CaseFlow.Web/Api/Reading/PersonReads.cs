using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>Who is signed in.</summary>
/// <param name="SeesEveryChild">Whether lists show all children of the school.</param>
public sealed record Me(Guid Id, string StaffNo, string Name, IReadOnlyList<string> Roles, bool SeesEveryChild);

/// <summary>A member of staff.</summary>
public sealed record StaffLine(Guid Id, string StaffNo, string Name, IReadOnlyList<string> Roles);

/// <summary>The people of the school.</summary>
internal static class PersonReads
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", MeAsync).Reads<Me>("me", "Who is signed in, and with which roles").WithTags("people");
        api.MapGet("/staff", StaffAsync).Reads<Page<StaffLine>>("listStaff", "The staff, to name people in changes", 400).WithTags("people");
    }

    private static async Task<IResult> MeAsync(HttpContext http, CareRuntime runtime, CancellationToken cancel)
    {
        var who = Caller.Of(http).Who;
        using var db = runtime.Open();
        var staff = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == who.Staff, cancel);
        return ApiJson.Answer(new Me(
            who.Staff.Value, staff?.StaffNo ?? "", staff?.Name ?? "", [.. who.Roles.Order(StringComparer.Ordinal)],
            CareAccess.SeesEveryChild(who)));
    }

    private static async Task<IResult> StaffAsync(HttpContext http, CareRuntime runtime, int? page, int? size, CancellationToken cancel)
    {
        if (Paging.Read(Caller.Of(http), page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        var staff = db.Staff.AsNoTracking().OrderBy(s => s.StaffNo);
        return ApiJson.Answer(await paging.OfAsync(staff, s => new StaffLine(s.Id.Value, s.StaffNo, s.Name, s.Roles), cancel));
    }
}
