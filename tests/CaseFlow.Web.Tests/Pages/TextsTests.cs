using System.Reflection;
using CaseFlow.Engine;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Tests.Pages;

public sealed class TextsTests
{
    private static readonly IReadOnlyList<(string Name, Words Words)> All =
    [
        .. typeof(Common).Assembly.GetTypes().Where(t => t.Namespace == typeof(Common).Namespace)
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(Words))
            .Select(f => ($"{f.DeclaringType!.Name}.{f.Name}", (Words)f.GetValue(null)!)),
    ];

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        All.Count.ShouldBeGreaterThan(100);
        All.Where(t => string.IsNullOrWhiteSpace(t.Words.Zh) || string.IsNullOrWhiteSpace(t.Words.En)).ShouldBeEmpty();
    }

    [Fact]
    public void English_texts_hold_no_Chinese() =>
        All.Where(t => t.Words.En.Any(c => c is >= '\u4e00' and <= '\u9fff')).ShouldBeEmpty();

    [Fact]
    public void Both_languages_have_the_same_places_for_figures() =>
        All.Where(t => Places(t.Words.Zh) != Places(t.Words.En)).ShouldBeEmpty();

    private static int Places(string text) => text.Count(c => c == '{');
}
