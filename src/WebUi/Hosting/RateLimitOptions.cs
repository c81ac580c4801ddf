using System.ComponentModel.DataAnnotations;

namespace CleanIssuing.WebUi.Hosting;

/// <summary>How many calls a minute are taken from one person, and from one address.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Ephemeral keys for one person.</summary>
    [Range(1, int.MaxValue)]
    public int KeysPerUser { get; set; } = 30;

    /// <summary>Ephemeral keys for one address: an office shares one.</summary>
    [Range(1, int.MaxValue)]
    public int KeysPerAddress { get; set; } = 120;

    /// <summary>Forms of one person: changes, and tries at them.</summary>
    [Range(1, int.MaxValue)]
    public int ChangesPerUser { get; set; } = 240;

    /// <summary>Forms from one address: an office shares one.</summary>
    [Range(1, int.MaxValue)]
    public int ChangesPerAddress { get; set; } = 1200;

    /// <summary>Pages that one person opens.</summary>
    [Range(1, int.MaxValue)]
    public int ReadsPerUser { get; set; } = 600;

    /// <summary>Streams that one person has open at once: each browser has one.</summary>
    [Range(1, int.MaxValue)]
    public int StreamsPerUser { get; set; } = 8;

    /// <summary>Files that one person exports.</summary>
    [Range(1, int.MaxValue)]
    public int ExportsPerUser { get; set; } = 5;

    /// <summary>Tries to sign in from one address.</summary>
    [Range(1, int.MaxValue)]
    public int SignInsPerAddress { get; set; } = 30;
}
