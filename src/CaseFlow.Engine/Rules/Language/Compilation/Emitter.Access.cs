using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <content>Facts, fields, elements, and values that are made.</content>
internal sealed partial class Emitter
{
    private Expression Input(BoundInput input)
    {
        if (input.Input.IsAssignableFrom(_root.Type))
        {
            var value = Expression.Property(Conversion.Cast(_root, input.Input), input.Field.Property);
            return Set(value, input.Field, $"{input.Field.Name} has no value");
        }

        if (_root.Type != typeof(IReadOnlyDictionary<string, object?>))
            throw new InvalidOperationException($"the expression is about {input.Input.Name}, not about {_root.Type.Name}");

        return Expression.Call(typeof(Variables), nameof(Variables.Get), null, _root, Expression.Constant(input.Field.Name));
    }

    private Expression Field(BoundField field)
    {
        var target = As(field.Target, field.Target.Type.ClrType!);
        if (field.IsTest && !field.Field.IsOptional)
            return Expression.Block(target, Expression.Constant(true));

        var value = Expression.Property(target, field.Field.Property);
        return field.IsTest ? HasValue(value) : Set(value, field.Field, $"{field.Path} has no value (test it with has)");
    }

    private static Expression HasValue(Expression value) =>
        Nullable.GetUnderlyingType(value.Type) is { } inner
            ? Expression.Call(typeof(Access), nameof(Access.HasValue), [inner], value)
            : Expression.ReferenceNotEqual(value, Expression.Constant(null, value.Type));

    /// <summary>The value of a field, or the error that it has none.</summary>
    private static Expression Set(Expression value, ObjectField field, string message)
    {
        if (!field.IsOptional)
            return value;

        var error = Expression.Constant(message);
        return Nullable.GetUnderlyingType(value.Type) is { } inner
            ? Expression.Call(typeof(Access), nameof(Access.Required), [inner], value, error)
            : Expression.Call(typeof(Access), nameof(Access.RequiredReference), [value.Type], value, error);
    }

    private Expression Key(BoundKey key) =>
        Expression.Call(
            typeof(Access),
            key.IsTest ? nameof(Access.Has) : nameof(Access.Select),
            null,
            As(key.Target, typeof(object)),
            Expression.Constant(key.Key));

    private Expression Index(BoundIndex index)
    {
        var target = Natural(index.Target);
        var isTyped = index.Target.Type.Kind == CelKind.List && index.Index.Type.Kind == CelKind.Int;
        if (isTyped && ClrTypes.ElementOf(target.Type) is { } element)
        {
            return Expression.Call(
                typeof(Access),
                nameof(Access.At),
                [element],
                Conversion.Cast(target, typeof(IReadOnlyList<>).MakeGenericType(element)),
                As(index.Index, typeof(long)));
        }

        return Expression.Call(
            typeof(Access),
            nameof(Access.Index),
            null,
            Conversion.To(target, typeof(object), _cost),
            As(index.Index, typeof(object)));
    }

    private Expression List(BoundList list)
    {
        var element = ClrTypes.ToClr(list.Type.Element!);
        var elements = list.Elements.Select(item => As(item, element));
        return Made(list.Elements.Count, Expression.NewArrayInit(element, elements));
    }

    private Expression Map(BoundMap map)
    {
        var keys = Expression.NewArrayInit(typeof(object), map.Entries.Select(entry => As(entry.Key, typeof(object))));
        var values = Expression.NewArrayInit(typeof(object), map.Entries.Select(entry => As(entry.Value, typeof(object))));
        return Made(map.Entries.Count, Expression.Call(typeof(Access), nameof(Access.MakeMap), null, keys, values));
    }

    /// <summary>Charges for the elements of a value before it is made.</summary>
    private BlockExpression Made(int elements, Expression value) =>
        Expression.Block(
            Expression.Call(typeof(Cost), nameof(Cost.Charge), null, Expression.Constant((long)elements), _cost),
            value);
}
