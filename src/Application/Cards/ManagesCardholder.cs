namespace CleanIssuing.Application.Cards;

/// <summary>
/// Admins of the cardholder's account. Its viewers are told that they may not; to anybody else the cardholder does not exist.
/// </summary>
public sealed record ManagesCardholder(CardholderId CardholderId) : CardholderRequirement(CardholderId)
{
    protected override bool MayView => false;
}
