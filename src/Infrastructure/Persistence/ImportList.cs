using CleanIssuing.Application.Cards;
using CleanIssuing.Domain.People;

namespace CleanIssuing.Infrastructure.Persistence;

/// <summary>Where the copying of one list of one account stands.</summary>
internal sealed class ImportList
{
    public required AccountId AccountId { get; init; }

    public required ImportStep Step { get; init; }

    /// <summary>The id that the last page ended at; none before the first page.</summary>
    public string? After { get; set; }

    /// <summary>This pass came to the list's end.</summary>
    public bool Finished { get; set; }

    /// <summary>Some pass came to the end of every list.</summary>
    public bool EverFinished { get; set; }
}
