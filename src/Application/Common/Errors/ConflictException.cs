namespace CleanIssuing.Application.Common.Errors;

/// <summary>Somebody else is changing the thing, or has changed it meanwhile.</summary>
public sealed class ConflictException(RefusalReason reason) : ExpectedException(reason);
