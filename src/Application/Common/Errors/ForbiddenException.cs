namespace CleanIssuing.Application.Common.Errors;

/// <summary>The person may not do this.</summary>
public sealed class ForbiddenException() : ExpectedException(RefusalReason.Forbidden);
