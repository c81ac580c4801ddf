namespace CleanIssuing.Application.Accounts;

/// <summary>
/// Whether Stripe has confirmed that the keys belong to the platform account of this database. Until then nothing is written to
/// Stripe and no event is accepted.
/// </summary>
public sealed class PlatformConfirmation
{
    private readonly TaskCompletionSource _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsConfirmed => _confirmed.Task.IsCompleted;

    public Task WaitAsync(CancellationToken cancellationToken) => _confirmed.Task.WaitAsync(cancellationToken);

    internal void Confirm() => _confirmed.TrySetResult();
}
