namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Wakes the worker that processes the inbox.</summary>
public interface IInboxSignal
{
    void Wake();
}
