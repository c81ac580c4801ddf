namespace CleanIssuing.Application.Common.Access;

/// <summary>An account whose cards the person sees.</summary>
/// <param name="Currency">The one that it works in; none where that is not known.</param>
public sealed record SeenAccount(AccountId Id, string Name, Currency? Currency, bool IsAdmin);
