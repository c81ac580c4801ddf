namespace CleanIssuing.Application.Cards;

/// <summary>Admins and viewers of the cardholder's account. To anybody else the cardholder does not exist.</summary>
public sealed record MayViewCardholder(CardholderId CardholderId) : CardholderRequirement(CardholderId)
{
    protected override bool MayView => true;
}
