namespace CleanIssuing.Application.SpendControls;

public interface ITemplateStore
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<ControlTemplate>> ListForAccountAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Saves it in place of one with the same name.</summary>
    Task SaveAsync(ControlTemplate template, CancellationToken cancellationToken);

    /// <returns>Whether the account had it.</returns>
    Task<bool> DeleteAsync(AccountId account, Guid id, CancellationToken cancellationToken);
}
