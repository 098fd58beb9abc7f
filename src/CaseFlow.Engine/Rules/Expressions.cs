using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Rules;

/// <summary>Expressions of a file: errors are reported at their place in it.</summary>
internal static class Expressions
{
    /// <summary>The expression under <paramref name="key"/>, checked in <paramref name="scope"/>; null where it is missing or wrong.</summary>
    public static CelExpression? Read(FileNode node, string key, CelScope scope) =>
        node.Need(key) is { } at ? Parse(at, at.AsText(), scope, 0) : null;

    /// <summary>The expression under <paramref name="key"/>, compiled; null where it is missing or wrong.</summary>
    public static Func<TInput, TResult>? Compile<TInput, TResult>(FileNode node, string key, CelScope scope) =>
        node.Need(key) is { } at ? Compile<TInput, TResult>(at, at.AsText(), scope, 0) : null;

    /// <summary>Compiles <paramref name="text"/>, which stands <paramref name="offset"/> characters into the value of <paramref name="at"/>.</summary>
    public static Func<TInput, TResult>? Compile<TInput, TResult>(FileNode at, string text, CelScope scope, int offset)
    {
        if (Parse(at, text, scope, offset) is not { } expression)
            return null;
        try
        {
            return expression.Compile<TInput, TResult>();
        }
        catch (CelException e)
        {
            Report(at, e);
            return null;
        }
    }

    private static CelExpression? Parse(FileNode at, string text, CelScope scope, int offset)
    {
        try
        {
            return CelExpression.Parse(text, scope, at.Line, at.Column + offset);
        }
        catch (CelException e)
        {
            Report(at, e);
            return null;
        }
    }

    private static void Report(FileNode at, CelException e)
    {
        foreach (var issue in e.Issues)
            at.File.Report(issue.Line, issue.Column, issue.Expected is null ? issue.Message : $"{issue.Message}; expected {issue.Expected}");
    }
}
