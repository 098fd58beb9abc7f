using CaseFlow.Engine.Names;

namespace CaseFlow.Engine.Tests.Names;

/// <summary>Names sort and are found as Chinese readers expect.</summary>
public sealed class NameKeysTests
{
    [Fact]
    public void Names_sort_by_syllable_then_tone_then_character()
    {
        // an1, bai2, chen2, li3, li4, lian2, shan4 (单, a surname), ou1 (区), wang2, xie4 (解), zeng1 (曾), zhang1
        string[] inOrder = ["安静", "白雪", "陈明", "李明", "厉明", "连明", "区小明", "单小明", "王芳", "王伟", "解小明", "曾小明", "张三", "张伟"];

        inOrder.Reverse().OrderBy(NameKeys.SortKeyOf, StringComparer.Ordinal).ShouldBe(inOrder);
    }

    [Theory]
    [InlineData("张伟", "|zhangwei|zw|wei|w")]
    [InlineData("欧阳娜", "|ouyangna|oyn|yangna|yn|na|n")]
    [InlineData("Anna 2", "|anna2")]
    [InlineData("", "")]
    public void What_a_search_looks_for(string name, string keys)
    {
        var found = NameKeys.SearchKeysOf(name);

        foreach (var key in keys.Split('|', StringSplitOptions.RemoveEmptyEntries))
            ($"{found}|").ShouldContain($"|{key}|");
        if (keys.Length == 0)
            found.ShouldBeEmpty();
    }

    [Fact]
    public void A_character_with_several_readings_is_found_by_each()
    {
        var keys = NameKeys.SearchKeysOf("单乐");

        foreach (var key in new[] { "shanle", "danle", "chanle", "shanyue" })
            ($"{keys}|").ShouldContain($"|{key}|");
    }

    [Fact]
    public void Keys_are_plain_and_not_longer_than_their_columns()
    {
        NameKeys.SortKeyOf(" ").ShouldNotBeEmpty("or its keys would be made for ever");
        foreach (var name in new[] { "买买提·吐尔逊", string.Concat(Enumerable.Repeat("乐行长单", 40)), "Émile Zola", "𠮷田", "ab_%[]" })
        {
            var (sort, search) = (NameKeys.SortKeyOf(name), NameKeys.SearchKeysOf(name));
            sort.Length.ShouldBeLessThanOrEqualTo(NameKeys.LongestSort);
            search.Length.ShouldBeLessThanOrEqualTo(NameKeys.LongestSearch);
            (sort + search).ShouldAllBe(c => char.IsAscii(c) && !char.IsUpper(c));
        }
    }
}
