using MediatR;

namespace CleanIssuing.Application.StripeSync.Import;

/// <summary>The account is known here; its cards follow.</summary>
public sealed record AccountImported(AccountId AccountId) : INotification;
