using CaseFlow.Engine.Children;
using CaseFlow.Engine.Names;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Storage;

/// <summary>Finds children by what somebody types, by the keys that are stored beside their names.</summary>
public static class ChildSearch
{
    /// <summary>Those whose name holds the text, or is read as it is typed in pinyin or initials, or whose number or class it is.</summary>
    /// <param name="text">As somebody types it: 张伟, zhang wei, Zhāng Wěi, zw, S001, 三(1)班.</param>
    public static IQueryable<Child> Matching(this IQueryable<Child> children, CaseFlowDb db, string text)
    {
        var typed = text.Trim();
        var plain = NameKeys.TypedOf(typed);
        if (plain.Length == 0)
            return children.Where(c => c.Name.Contains(typed) || c.StudentNo == typed || db.Classes.Any(r => r.Id == c.ClassId && r.Name == typed));
        var key = "|" + plain;
        return children.Where(c => c.SearchKeys.Contains(key) || c.Name.Contains(typed) || c.StudentNo == typed);
    }

    /// <summary>Makes the keys of children who came on file before there were any, some at a time; can break off anywhere and go on.</summary>
    public static async Task FillAsync(CaseFlowDb db, CancellationToken cancel = default)
    {
        while (await db.Children.IgnoreQueryFilters().AsNoTracking().Where(c => c.SortKey == "" && c.Name != "").Take(500)
            .Select(c => new { c.Id, c.Name }).ToListAsync(cancel) is { Count: > 0 } some)
        {
            using var transaction = await db.Database.BeginTransactionAsync(cancel);
            foreach (var child in some)
            {
                var (sort, search) = (NameKeys.SortKeyOf(child.Name), NameKeys.SearchKeysOf(child.Name));
                await db.Children.IgnoreQueryFilters().Where(c => c.Id == child.Id)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.SortKey, sort).SetProperty(x => x.SearchKeys, search), cancel);
            }

            await transaction.CommitAsync(cancel);
        }
    }
}
