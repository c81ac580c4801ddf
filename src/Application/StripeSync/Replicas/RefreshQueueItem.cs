namespace CleanIssuing.Application.StripeSync.Replicas;

/// <summary>A card or cardholder whose replica is to be read from Stripe.</summary>
public sealed record RefreshQueueItem(string ObjectId, AccountId AccountId);
