using System.Globalization;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Noting;

namespace CaseFlow.Web.Tests.Noting;

public sealed class QuickNoteTests
{
    [Theory]
    [InlineData("d 月底回来", "guardian", "与监护人通电话：月底回来")]
    [InlineData("C said they come in May", "guardian", "与监护人通电话：said they come in May")]
    [InlineData("ｄ　月底回来", "guardian", "与监护人通电话：月底回来")]
    [InlineData("电 月底回来", "guardian", "与监护人通电话：月底回来")]
    [InlineData("电话：月底回来", "guardian", "与监护人通电话：月底回来")]
    [InlineData("parents: 月底回来", "parents", "与父母通电话：月底回来")]
    [InlineData("t:笑了", "talk", "与孩子谈话：笑了")]
    [InlineData("q", null, "q")]
    [InlineData("电话 没人接", null, "电话 没人接")]
    [InlineData("Call the mother tomorrow", null, "Call the mother tomorrow")]
    [InlineData("x 光片已取", null, "x 光片已取")]
    [InlineData("  ", null, "")]
    public void A_key_or_a_word_and_a_colon_say_the_kind_and_all_else_is_a_plain_note(string line, string? kind, string text)
    {
        var note = Read(line);
        note.Kind?.Code.ShouldBe(kind);
        note.Text.ShouldBe(text);
        note.Seen.ShouldBeNull();
    }

    [Theory]
    [InlineData("dj 课间", "fight", 1, "打架 · 轻微：课间", "课间")]
    [InlineData("DJ2 课间", "fight", 2, "打架 · 明显：课间", "课间")]
    [InlineData("qxdl3", "low-mood", 3, "情绪低落 · 严重", null)]
    [InlineData("打架：课间", "fight", 1, "打架 · 轻微：课间", "课间")]
    [InlineData("low-mood: 午休时", "low-mood", 1, "情绪低落 · 轻微：午休时", "午休时")]
    public void Initials_or_a_name_and_a_colon_make_an_observation(string line, string kind, int severity, string text, string? noted)
    {
        var note = Read(line);
        note.Text.ShouldBe(text);
        note.Seen.ShouldBe(new(kind, severity, noted));
        note.Kind.ShouldBeNull();
    }

    [Theory]
    [InlineData("打架 今天没有再发生")]
    [InlineData("dj4 课间")]
    [InlineData("dj22 课间")]
    public void What_is_no_key_records_no_observation(string line) => Read(line).ShouldBe(new QuickNote(line));

    [Fact]
    public void A_kind_without_words_is_nothing_written() => Read("d ：").Text.ShouldBeEmpty();

    [Fact]
    public void Every_key_is_of_one_kind_only()
    {
        var keys = NoteKind.All.SelectMany(k => new[] { k.Pinyin, k.Letter, k.Sign }.Distinct()).ToList();
        keys.Distinct().Count().ShouldBe(keys.Count);
        QuickNote.ObservationKeys.Count.ShouldBe(ObservationKinds.All.Count);
        QuickNote.ObservationKeys.Keys.ShouldAllBe(k => k.Length > 1);
    }

    private static QuickNote Read(string line)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            return QuickNote.Read(line);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
