namespace CleanIssuing.Application.Common.Errors;

/// <summary>There is no such thing, or the person may not know of it; the two look alike.</summary>
public sealed class NotFoundException(EntityKind kind) : ExpectedException(RefusalReason.NotFound, kind);
