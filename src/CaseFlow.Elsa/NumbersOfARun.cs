using System.Globalization;
using Elsa.Workflows;

namespace CaseFlow.Elsa;

/// <summary>Ids within one run, by counting.</summary>
internal sealed class NumbersOfARun : IIdentityGenerator
{
    private int last;

    public string GenerateId() => (++last).ToString(CultureInfo.InvariantCulture);
}
