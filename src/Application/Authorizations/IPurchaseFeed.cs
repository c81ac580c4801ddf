namespace CleanIssuing.Application.Authorizations;

/// <summary>Tells whoever listens, in this process, which purchases have just been written. It says nothing of who may see them.</summary>
public interface IPurchaseFeed
{
    /// <summary>How much has been told so far: a page that was made before the latest of it may lack something.</summary>
    long Sequence { get; }

    /// <summary>How many listen.</summary>
    int Listeners { get; }

    void Publish(PurchaseMoved moved);

    /// <summary>What happens from now on. Of someone who reads too slowly, the oldest are forgotten.</summary>
    IPurchaseSubscription Subscribe();
}
