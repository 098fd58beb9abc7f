namespace CaseFlow.Web.Setup;

/// <summary>The program cannot start or do its work as it is set up; the message says what and the way out.</summary>
public sealed class SetupException(string message, Exception? inner = null) : Exception(message, inner);
