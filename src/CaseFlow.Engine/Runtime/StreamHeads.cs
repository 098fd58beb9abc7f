using System.Runtime.CompilerServices;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseFlow.Engine.Runtime;

/// <summary>What every decision reads: the head of the child's stream, whom the child is given to, and the numbers of the school.</summary>
/// <param name="Child">Without the dossier; tracked, so that a second writer to the stream is found out.</param>
internal sealed record StreamHead(Child Child, School School);

/// <summary>Reads heads of streams, in one query that is translated once.</summary>
internal static class StreamHeads
{
    // A compiled query belongs to a model: there is one for each provider.
    private static readonly ConditionalWeakTable<IModel, Func<CaseFlowDb, ChildId, CancellationToken, Task<StreamHead?>>> Queries = [];

    /// <summary>Null where the school has no such child.</summary>
    public static async Task<StreamHead?> ReadAsync(CaseFlowDb db, ChildId id, CancellationToken cancel)
    {
        var head = await Queries.GetValue(db.Model, static _ => Compile())(db, id, cancel);
        if (head is not null)
            db.Attach(head.Child);
        return head;
    }

    private static Func<CaseFlowDb, ChildId, CancellationToken, Task<StreamHead?>> Compile() => EF.CompileAsyncQuery(
        (CaseFlowDb db, ChildId id, CancellationToken cancel) => db.Children.AsNoTracking().Where(c => c.Id == id)
            .SelectMany(_ => db.Schools, (child, school) => new StreamHead(
                new Child
                {
                    Id = child.Id,
                    SchoolId = child.SchoolId,
                    StudentNo = "",
                    Name = "",
                    ClassId = child.ClassId,
                    HelperId = child.HelperId,
                    HeadVersion = child.HeadVersion,
                    HeadHash = child.HeadHash,
                },
                school))
            .SingleOrDefault());
}
