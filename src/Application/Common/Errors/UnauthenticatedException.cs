namespace CleanIssuing.Application.Common.Errors;

/// <summary>Nobody has signed in, or the session has ended.</summary>
public sealed class UnauthenticatedException() : ExpectedException(RefusalReason.SignInRequired);
