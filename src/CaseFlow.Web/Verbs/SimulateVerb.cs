using System.CommandLine;

namespace CaseFlow.Web.Verbs;

/// <summary><c>simulate</c>: runs a school on.</summary>
internal static class SimulateVerb
{
    public static void Add(Verb.Adder add, VerbFrame frame)
    {
    }
}
