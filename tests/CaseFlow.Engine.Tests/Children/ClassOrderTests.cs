using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Tests.Children;

public sealed class ClassOrderTests
{
    [Theory]
    [InlineData("一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "初一", "初二", "高一")]
    [InlineData("三(1)班", "三(2)班", "三(10)班", "四(1)班")]
    [InlineData("9班", "10班", "十一班", "二十班", "二十一班")]
    [InlineData("三年级一班", "三年级二班", "三年级十班")]
    public void Classes_come_as_people_count_them(params string[] inOrder)
    {
        inOrder.Reverse().OrderBy(ClassOrder.KeyOf, StringComparer.Ordinal).ShouldBe(inOrder);
    }

    [Fact]
    public void Grades_come_before_names()
    {
        ClassRoom[] rooms = [Room("六(1)班", "六年级"), Room("四(1)班", "四年级"), Room("一(2)班", "一年级"), Room("一(1)班", "一年级")];

        rooms.InOrder().Select(r => r.Name).ShouldBe(["一(1)班", "一(2)班", "四(1)班", "六(1)班"]);
    }

    private static ClassRoom Room(string name, string grade) => new() { Name = name, Grade = grade };
}
