using System.Security.Cryptography;
using System.Text;
using CleanIssuing.Application.Cards;

namespace CleanIssuing.Application.SpendControls;

/// <summary>Starts what is to be done to many cards; the work goes on in the background.</summary>
internal sealed class BulkEditStarter(
    ICardReader cards, IBulkEditStore edits, IBulkEditSignal signal, ICurrentActor current, TimeProvider time)
{
    /// <exception cref="NotFoundException">One of them is no card of the account.</exception>
    public async Task<IReadOnlyList<CardView>> ReadAsync(
        AccountId account, IReadOnlyList<CardId> ids, CancellationToken cancellationToken)
    {
        CardId[] distinct = [.. ids.Distinct()];
        var views = await cards.GetByIdsAsync([account], distinct, cancellationToken);
        return views.Count == distinct.Length ? views : throw new NotFoundException(EntityKind.Card);
    }

    /// <summary>Starts what needs no controls, for cards of the account.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<Guid> StartAsync(
        AccountId account, BulkAction action, IReadOnlyList<CardId> ids, string? reason, Guid requestId,
        CancellationToken cancellationToken)
    {
        await ReadAsync(account, ids, cancellationToken);
        return await StartAsync(account, action, ids, new SpendControlsInput(), reason, requestId, null, cancellationToken);
    }

    /// <param name="requestId">Becomes the id of the edit, so that a second click starts no second one.</param>
    public async Task<Guid> StartAsync(
        AccountId account, BulkAction action, IReadOnlyList<CardId> ids, SpendControlsInput controls, string? reason, Guid requestId,
        Guid? undoOf, CancellationToken cancellationToken)
    {
        var actor = current.Actor;
        var id = IdOf(requestId, actor.UserId!, account);
        await edits.StartAsync(
            new BulkEdit(
                id, account, actor.UserId!, actor.Name!, actor.IpAddress, time.GetUtcNow(), controls,
                string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), action, undoOf),
            [.. ids.Distinct()], cancellationToken);
        signal.Wake();
        return id;
    }

    /// <summary>Of form, person and account together, so that nobody learns of another's by sending the same form's id.</summary>
    private static Guid IdOf(Guid requestId, string userId, AccountId account) => new(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{requestId:N}\n{userId}\n{account}")).AsSpan(0, 16));
}
