namespace CleanIssuing.Benchmarks;

/// <summary>What both sides of a comparison call as Stripe.</summary>
internal interface IUpstream : IAsyncDisposable
{
    Uri Origin { get; }

    string SecretKey { get; }

    string PublishableKey { get; }

    string Account { get; }

    string Cardholder { get; }

    string Card { get; }

    /// <summary>Nonces that have not been used, made beforehand so that making them is not measured.</summary>
    Task<string[]> NoncesAsync(int count);
}
