using CaseFlow.Engine;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Size">How many a full page has.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Size, int Total);

/// <summary>Which page somebody asks for: 1 to 100,000, of 1 to 200 items, 50 without a wish.</summary>
internal sealed record Paging(int Number, int Size)
{
    private const int Largest = 200;
    private const int Last = 100_000;
    private const int Usual = 50;

    private static readonly Words BadPage = new($"须为 1 到 {Last} 的整数", $"a whole number from 1 to {Last}");
    private static readonly Words BadSize = new($"须为 1 到 {Largest} 的整数", $"a whole number from 1 to {Largest}");

    /// <summary>The page asked for, or what is wrong with the wish.</summary>
    public static Paging? Read(Caller caller, int? page, int? size, out IResult wrong)
    {
        var errors = new Dictionary<string, string[]>();
        if (page is < 1 or > Last)
            errors["page"] = [caller.Say(BadPage)];
        if (size is < 1 or > Largest)
            errors["size"] = [caller.Say(BadSize)];
        wrong = caller.Refuse(ApiRefusals.QueryInvalid, errors);
        return errors.Count > 0 ? null : new Paging(page ?? 1, size ?? Usual);
    }

    public async Task<Page<T>> OfAsync<TRow, T>(IQueryable<TRow> rows, Func<TRow, T> line, CancellationToken cancel)
    {
        var total = await rows.CountAsync(cancel);
        var items = await rows.Skip((Number - 1) * Size).Take(Size).ToListAsync(cancel);
        return new Page<T>([.. items.Select(line)], Number, Size, total);
    }
}
