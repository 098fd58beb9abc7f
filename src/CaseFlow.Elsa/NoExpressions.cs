using Elsa.Expressions.Contracts;
using Elsa.Expressions.Models;

namespace CaseFlow.Elsa;

/// <summary>A care workflow has no expressions of Elsa's: its conditions are those of the workflow file.</summary>
internal sealed class NoExpressions : IExpressionDescriptorRegistry
{
    public void Add(ExpressionDescriptor descriptor) => throw new NotSupportedException("a care workflow has no expressions of Elsa's");

    public void AddRange(IEnumerable<ExpressionDescriptor> descriptors) => throw new NotSupportedException("a care workflow has no expressions of Elsa's");

    public IEnumerable<ExpressionDescriptor> ListAll() => [];

    public ExpressionDescriptor? Find(Func<ExpressionDescriptor, bool> predicate) => null;

    public ExpressionDescriptor? Find(string type) => null;
}
