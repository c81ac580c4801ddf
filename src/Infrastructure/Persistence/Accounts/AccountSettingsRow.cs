namespace CleanIssuing.Infrastructure.Persistence.Accounts;

internal sealed class AccountSettingsRow
{
    public required AccountId AccountId { get; init; }

    public required StepUpScope StepUp { get; init; }

    public required bool AdminsSeePins { get; init; }
}
