using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InStep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WebhookEvents_AccountId_CreatedAt",
                table: "WebhookEvents");

            migrationBuilder.DropIndex(
                name: "IX_StripeOperations_RequestId_ActorId_Kind_Subject",
                table: "StripeOperations");

            migrationBuilder.AddColumn<string>(
                name: "Fingerprint",
                table: "StripeOperations",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LeasedUntil",
                table: "StripeOperations",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "Owner",
                table: "StripeOperations",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateTime>(
                name: "SentAt",
                table: "StripeOperations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Unconfirmed",
                table: "StripeOperations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "RefreshQueue",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "Token",
                table: "RefreshQueue",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "OperationKey",
                table: "ControlChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BackfillCursors",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    CompleteUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BackfillCursors", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "SignInThrottles",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    LastFailedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInThrottles", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    IdHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IpAddress = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.IdHash);
                    table.ForeignKey(
                        name: "FK_UserSessions_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Of before there were fingerprints: each row its own.
            migrationBuilder.Sql("UPDATE \"StripeOperations\" SET \"Fingerprint\" = \"Key\"");

            migrationBuilder.CreateIndex(
                name: "IX_StripeOperations_Fingerprint",
                table: "StripeOperations",
                column: "Fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StripeOperations_Subject_Id",
                table: "StripeOperations",
                columns: new[] { "Subject", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RefreshQueue_DueAt",
                table: "RefreshQueue",
                column: "DueAt");

            // What the new index does not allow: a role given twice.
            migrationBuilder.Sql(
                "DELETE FROM \"Memberships\" WHERE \"CardholderId\" IS NULL AND \"Id\" NOT IN (SELECT MIN(\"Id\") FROM \"Memberships\" "
                + "WHERE \"CardholderId\" IS NULL GROUP BY \"UserId\", \"AccountId\", \"Role\")");
            // Nobody knows how far the events of these accounts are complete, so all that Stripe keeps are asked for once.
            migrationBuilder.Sql(
                "INSERT INTO \"BackfillCursors\" (\"AccountId\", \"CompleteUntil\") SELECT \"Id\", '2000-01-01 00:00:00' FROM \"Accounts\"");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UserId_AccountId_Role",
                table: "Memberships",
                columns: new[] { "UserId", "AccountId", "Role" },
                unique: true,
                filter: "\"CardholderId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_UserId",
                table: "UserSessions",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BackfillCursors");

            migrationBuilder.DropTable(
                name: "SignInThrottles");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropIndex(
                name: "IX_StripeOperations_Fingerprint",
                table: "StripeOperations");

            migrationBuilder.DropIndex(
                name: "IX_StripeOperations_Subject_Id",
                table: "StripeOperations");

            migrationBuilder.DropIndex(
                name: "IX_RefreshQueue_DueAt",
                table: "RefreshQueue");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_UserId_AccountId_Role",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "LeasedUntil",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "SentAt",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "Unconfirmed",
                table: "StripeOperations");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "RefreshQueue");

            migrationBuilder.DropColumn(
                name: "Token",
                table: "RefreshQueue");

            migrationBuilder.DropColumn(
                name: "OperationKey",
                table: "ControlChanges");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookEvents_AccountId_CreatedAt",
                table: "WebhookEvents",
                columns: new[] { "AccountId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StripeOperations_RequestId_ActorId_Kind_Subject",
                table: "StripeOperations",
                columns: new[] { "RequestId", "ActorId", "Kind", "Subject" },
                unique: true);
        }
    }
}
