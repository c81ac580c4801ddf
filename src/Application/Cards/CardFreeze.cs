namespace CleanIssuing.Application.Cards;

/// <summary>Who froze a card here. What an admin froze only an admin unfreezes.</summary>
public sealed record CardFreeze(CardId CardId, bool ByAdmin, string? ById, string? ByName, DateTimeOffset At);
