namespace CleanIssuing.Application.Common;

/// <summary>A failure that can be expected and that a person can act on; each is told in words.</summary>
/// <param name="message">What happened and what to do, for the person. Never text from Stripe, never a secret.</param>
/// <param name="reason">A code of ours, for the audit trail and for programs.</param>
public abstract class ExpectedException(string message, string reason) : Exception(message)
{
    /// <summary>A code of ours, for the audit trail and for programs.</summary>
    public string Reason { get; } = reason;

    /// <summary>Stripe's id of the request, where Stripe was asked.</summary>
    public string? StripeRequestId { get; init; }
}

/// <summary>Nobody has signed in, or the session has ended.</summary>
public sealed class SignInRequiredException()
    : ExpectedException("Your session has ended. Sign in again to go on.", "sign_in_required");

/// <summary>The person may not do this.</summary>
public sealed class ForbiddenException()
    : ExpectedException("You may not do this. Ask an admin of the account if you need to.", "forbidden");

/// <summary>There is no such thing, or the person may not know of it; the two look alike.</summary>
/// <param name="what">The kind of thing: <c>card</c>.</param>
public sealed class NotFoundException(string what)
    : ExpectedException($"There is no such {what}, or it is not one of yours.", "not_found");

/// <summary>Somebody else changed the thing meanwhile.</summary>
/// <param name="message">What changed.</param>
public sealed class ConflictException(string message) : ExpectedException(message, "conflict");

/// <summary>A rule of the domain does not allow it.</summary>
/// <param name="message">The rule, in words.</param>
/// <param name="reason">The rule's code.</param>
public sealed class RuleViolationException(string message, string reason) : ExpectedException(message, reason);

/// <summary>Stripe answered, and said no; trying the same again will not help.</summary>
/// <param name="message">What was refused and what to do.</param>
/// <param name="reason">A code of ours.</param>
public sealed class StripeRefusedException(string message, string reason) : ExpectedException(message, reason);

/// <summary>Stripe could not be reached, failed, was too slow, or is too busy; trying again may help.</summary>
/// <param name="message">What happened.</param>
/// <param name="reason">A code of ours.</param>
public sealed class StripeUnavailableException(string message, string reason) : ExpectedException(message, reason)
{
    /// <summary>How long to wait before trying again, where that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
