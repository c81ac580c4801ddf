namespace CleanIssuing.Application.SpendControls;

/// <summary>Spend controls with a name, for an account's admins to apply.</summary>
public sealed record ControlTemplate(Guid Id, AccountId AccountId, string Name, Currency Currency, SpendingControls Controls);
