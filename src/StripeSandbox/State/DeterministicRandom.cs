namespace CleanIssuing.StripeSandbox.State;

/// <summary>Numbers that look random and are the same on every machine and in every version of .NET.</summary>
internal sealed class DeterministicRandom(string seed)
{
    private ulong _state = seed.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);

    public int Next(int below)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)below);
    }
}
