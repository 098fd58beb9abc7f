using System.CommandLine;

namespace CaseFlow.Web.Verbs;

/// <summary><c>generate</c>: writes the files of an invented school.</summary>
internal static class GenerateVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
    }
}
