namespace CleanIssuing.Application.Cards;

/// <summary>Names cards and cardholders for people who read of them elsewhere: in the audit log, for one.</summary>
public interface ICardNames
{
    /// <summary>Of each of these ids that is a card or a cardholder of these accounts, what people call it.</summary>
    Task<IReadOnlyDictionary<string, string>> GetAsync(
        IReadOnlyList<AccountId> accounts, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>The ids of cards and cardholders of these accounts whose name, label or last four digits match.</summary>
    Task<IReadOnlyList<string>> FindAsync(
        IReadOnlyList<AccountId> accounts, string text, int take, CancellationToken cancellationToken);
}
