namespace CaseFlow.Web.Import.WideSheets;

/// <summary>The header of a register that stands over two or three rows: the days, and below them parts of the day, weekdays or both.</summary>
internal static class RegisterHead
{
    private const int MostRows = 3;

    /// <summary>Such headers around the row that heads names or numbers, a part of a day headed by day and part; they may have too few days for a register.</summary>
    public static IEnumerable<SheetHead> Around(List<GridRow> head, int person)
    {
        foreach (var days in new[] { person, person - 1, person + 1, person - 2 }.Where(d => d >= 0 && d < head.Count))
        {
            var first = Math.Min(days, person);
            for (var last = Math.Min(first + MostRows, head.Count) - 1; last > days && last >= person; last--)
            {
                if (new Block(head, person, days, first, last).Header() is { } header)
                    yield return new(header, first, last + 1);
            }
        }
    }

    private sealed class Block(List<GridRow> head, int person, int days, int first, int last)
    {
        private readonly int firstDay = Array.FindIndex(head[days].Cells, IsDay), lastDay = Array.FindLastIndex(head[days].Cells, IsDay);
        private readonly int width = Enumerable.Range(first, last - first + 1).Max(r => head[r].Cells.Length);

        public string[]? Header()
        {
            var below = Enumerable.Range(days + 1, last - days).ToList();
            if (firstDay < 0 || Enumerable.Range(person + 1, last - person).Any(IsPupil))
                return null;
            var parts = below.Where(r => Says(r, DayWords.IsPart)).ToList();
            var others = below.Except(parts).ToList();
            var weekdays = others.Where(r => Says(r, DayWords.IsWeekday)).ToList();
            if (others.Except(weekdays).Any(r => r != person || Enumerable.Range(firstDay, lastDay - firstDay + 1).Any(c => head[r][c].Length > 0)))
                return null;
            if (parts.Count > 1 || (parts.Count == 0 && (weekdays.Count == 0 || last > person)))
                return null;
            return [.. Enumerable.Range(0, width).Select(c => HeaderOf(c, parts is [var row] ? head[row][c] : ""))];
        }

        private static bool IsDay(string cell) => DayHeader.Of(cell) is not null;

        private bool IsPupil(int row) =>
            Enumerable.Range(0, width).Any(c => HeaderWords.IsPerson(head[person][c]) && head[row][c].Length > 0 && !DayWords.IsLabel(head[row][c]));

        /// <summary>Whether a row has such words under the days and nothing else; behind them sums may be headed.</summary>
        private bool Says(int row, Func<string, bool> word)
        {
            var under = Enumerable.Range(firstDay, width - firstDay).Where(c => DayOf(c) is not null).Select(c => head[row][c]).ToList();
            return under.FindLastIndex(c => word(c)) is >= 0 and var end && under.Take(end).All(c => c.Length == 0 || word(c));
        }

        private string HeaderOf(int column, string part)
        {
            if (DayWords.IsPart(part) && DayOf(column) is { } day)
                return $"{day} {part}";
            if (IsDay(head[days][column]))
                return head[days][column];
            var said = Enumerable.Range(first, last - first + 1).Select(r => head[r][column]).Where(c => c.Length > 0 && !DayWords.IsLabel(c)).ToList();
            return said.Find(HeaderWords.IsPerson) ?? said.LastOrDefault() ?? "";
        }

        /// <summary>The day over a column: a merged cell is followed by empty ones.</summary>
        private string? DayOf(int column)
        {
            for (; column >= firstDay; column--)
            {
                if (head[days][column] is { Length: > 0 } cell)
                    return IsDay(cell) ? cell : null;
                if (head[person][column] is { Length: > 0 } above && !DayWords.IsPart(above) && !DayWords.IsWeekday(above))
                    return null;
            }

            return null;
        }
    }
}
