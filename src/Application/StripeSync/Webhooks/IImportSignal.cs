namespace CleanIssuing.Application.StripeSync.Webhooks;

/// <summary>Wakes the import: Stripe has an account that is not known here.</summary>
public interface IImportSignal
{
    void Wake();
}
