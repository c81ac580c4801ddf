namespace CleanIssuing.Application.StripeSync.Replicas;

/// <summary>A state names another account than the replica, or than what it belongs to. An object never changes its account.</summary>
public sealed class AccountDiffersException(string objectId) : Exception($"{objectId} belongs to another account.");
