namespace CleanIssuing.Application.StripeSync.Replicas;

/// <summary>A card, cardholder or authorization whose replica is to be read from Stripe.</summary>
/// <param name="Token">Another one each time that it is queued.</param>
/// <param name="DueAt">Not read before this.</param>
public sealed record RefreshQueueItem(string ObjectId, AccountId AccountId, Guid Token, DateTimeOffset DueAt);
