namespace CaseFlow.Engine.Rules.Language;

/// <summary>A checked expression of the Common Expression Language. Immutable and safe for use by several threads.</summary>
public sealed class CelExpression
{
    private readonly SourceText _source;
    private readonly Lazy<Func<IReadOnlyDictionary<string, object?>, object?>> _dynamic;

    private CelExpression(SourceText source, Bound root)
    {
        _source = source;
        Root = root;
        _dynamic = new(() => Emitter.EmitDynamic(Root).Compile());
    }

    public string Text => _source.Text;

    public CelType Type => Root.Type;

    internal Bound Root { get; }

    /// <summary>Reads and checks an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">What its names mean.</param>
    /// <param name="line">1-based line of the file on which the text starts.</param>
    /// <param name="column">1-based column of the file on which the text starts.</param>
    /// <exception cref="CelException">The text is not an expression, or its types do not fit.</exception>
    public static CelExpression Parse(string text, CelScope scope, int line = 1, int column = 1) =>
        Read(new SourceText(text, line, column), scope, isChecked: true);

    /// <summary>Reads an expression without checking it: names and types that do not fit are errors of evaluation.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">What its names mean; a name that it lacks is looked up in the dictionary of the evaluation.</param>
    /// <exception cref="CelException">The text is not an expression.</exception>
    public static CelExpression ParseUnchecked(string text, CelScope scope) =>
        Read(new SourceText(text, 1, 1), scope, isChecked: false);

    /// <summary>Makes the expression a function of facts. Machine code is made at its first call: most words of a rule file are
    /// never said of anybody, and each costs a millisecond.</summary>
    /// <typeparam name="TInput">The facts class of the scope, or one derived from it.</typeparam>
    /// <typeparam name="TResult">bool, long, ulong, double, string, object, or a list of one of those or of facts.</typeparam>
    /// <returns>A function that throws <see cref="CelEvaluationException"/> where the expression has no value.</returns>
    /// <exception cref="CelException">The type of the expression does not fit <typeparamref name="TResult"/>.</exception>
    public Func<TInput, TResult> Compile<TInput, TResult>()
    {
        var expected = ClrTypes.ToCel(typeof(TResult));
        if (expected is null || ClrTypes.ToClr(expected) != typeof(TResult) || !IsResult(expected))
        {
            var name = expected?.Equals(Type) == false ? expected.ToString() : typeof(TResult).Name;
            throw new CelException([_source.Issue(0, $"the expression must be {name}, found {Type}", name)]);
        }

        try
        {
            return new CompiledAtFirstCall<TInput, TResult>(Emitter.EmitTyped<TInput, TResult>(Root)).Invoke;
        }
        catch (InsufficientExecutionStackException)
        {
            throw new CelException([_source.Issue(0, "the expression nests too deep for the stack of this thread")]);
        }
    }

    /// <summary>Evaluates the expression for variables given by name, in any of the forms that CLR values come in.</summary>
    /// <returns>
    /// null, bool, long, ulong, double, string, byte[], an IReadOnlyList of object?, <see cref="CelMap"/>,
    /// <see cref="CelTimestamp"/>, <see cref="CelDuration"/>, <see cref="CelType"/> or an object of a facts class.
    /// </returns>
    /// <exception cref="CelEvaluationException">The expression has no value.</exception>
    public object? Evaluate(IReadOnlyDictionary<string, object?> variables) => _dynamic.Value(variables);

    public override string ToString() => Text;

    private bool IsResult(CelType expected) =>
        expected.IsDyn || Type.IsDyn || (Type.Kind == expected.Kind && TypeRules.Fits(Type, expected));

    private static CelExpression Read(SourceText source, CelScope scope, bool isChecked)
    {
        try
        {
            return new CelExpression(source, new Checker(source, scope, isChecked).Check(Parser.Parse(source.Text)));
        }
        catch (SyntaxError error)
        {
            throw new CelException([source.Issue(error.Position, error.Message, error.Expected)]);
        }
    }
}
