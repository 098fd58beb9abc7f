using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Api.Reading;

/// <summary>Writes down whose names left for another system with a list. What a person opens from a list is on record by itself.</summary>
internal static class ListReadings
{
    public static async Task KeepAsync(CareRuntime runtime, CaseFlowDb db, Caller caller, IEnumerable<Guid> children, string what, CancellationToken cancel)
    {
        if (!caller.Who.Is(OtherSystem.Role))
            return;
        db.ReadingsOfFiles.AddRange(children.Distinct().Select(child => new ReadingOfFile
        {
            SchoolId = db.SchoolId, Id = runtime.NewId(), StaffId = caller.Who.Staff, ChildId = new ChildId(child), At = runtime.Now, What = what,
        }));
        await db.SaveChangesAsync(cancel);
    }
}
