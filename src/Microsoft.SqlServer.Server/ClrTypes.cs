// SqlClient asks for an assembly of this name at the first command with parameters. The real one holds only the declarations
// for CLR types inside the database, which CaseFlow has none of; it cannot be had everywhere, so these declarations stand in.
// A build with the adapters takes the real package instead.
namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type would be serialized into the database.</summary>
public enum Format
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>By the server.</summary>
    Native = 1,

    /// <summary>By the type itself.</summary>
    UserDefined = 2,
}

/// <summary>A type that would write itself into the database.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    void Write(BinaryWriter w);
}

/// <summary>A CLR type that cannot be kept in the database.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>The error for <paramref name="udtType"/> and why.</summary>
    public static InvalidUdtException Create(Type udtType, string resourceReason) => new($"{udtType}: {resourceReason}");
}

/// <summary>Marks a CLR type of the database.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is serialized.</summary>
    public Format Format { get; } = format;

    /// <summary>The largest size, in bytes.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every value has the same size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether the bytes sort like the values.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The method that validates a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The name of the type.</summary>
    public string? Name { get; set; }
}
