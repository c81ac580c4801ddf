namespace CleanIssuing.Application.Common.Errors;

/// <summary>A rule of the domain does not allow it.</summary>
public sealed class RuleViolationException(RefusalReason reason, params IReadOnlyList<object> arguments)
    : ExpectedException(reason, arguments);
