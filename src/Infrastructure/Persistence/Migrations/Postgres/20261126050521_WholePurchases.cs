using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CleanIssuing.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WholePurchases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Asked",
                table: "Authorizations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Captured",
                table: "Authorizations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CategoryCode",
                table: "Authorizations",
                type: "character varying(8)",
                maxLength: 8,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "Authorizations",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Details",
                table: "Authorizations",
                type: "character varying(524288)",
                maxLength: 524288,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "MerchantAmount",
                table: "Authorizations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "MerchantCurrency",
                table: "Authorizations",
                type: "character varying(3)",
                maxLength: 3,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NetworkId",
                table: "Authorizations",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "Refunded",
                table: "Authorizations",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Wallet",
                table: "Authorizations",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "CardLabels",
                columns: table => new
                {
                    CardId = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    AccountId = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Color = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardLabels", x => x.CardId);
                });

            migrationBuilder.CreateTable(
                name: "DailySpend",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Dimension = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Purchases = table.Column<int>(type: "integer", nullable: false),
                    Declined = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailySpend", x => new { x.AccountId, x.Dimension, x.Day, x.Currency, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "PurchaseMemos",
                columns: table => new
                {
                    AuthorizationId = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseMemos", x => x.AuthorizationId);
                });

            migrationBuilder.CreateTable(
                name: "StaleSpendDays",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaleSpendDays", x => new { x.AccountId, x.Day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_AccountId_Status_ExpYear_ExpMonth_ShippingStatus_HasB~",
                table: "Cards",
                columns: new[] { "AccountId", "Status", "ExpYear", "ExpMonth", "ShippingStatus", "HasBeenActive" });

            migrationBuilder.CreateIndex(
                name: "IX_Authorizations_AccountId_CreatedAt_Id",
                table: "Authorizations",
                columns: new[] { "AccountId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardLabels_AccountId",
                table: "CardLabels",
                column: "AccountId");
            CleanIssuing.Infrastructure.Persistence.Migrations.WholePurchases.AddTo(
                migrationBuilder, "CAST(to_timestamp(\"CreatedAt\") AT TIME ZONE 'UTC' AS date)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardLabels");

            migrationBuilder.DropTable(
                name: "DailySpend");

            migrationBuilder.DropTable(
                name: "PurchaseMemos");

            migrationBuilder.DropTable(
                name: "StaleSpendDays");

            migrationBuilder.DropIndex(
                name: "IX_Cards_AccountId_Status_ExpYear_ExpMonth_ShippingStatus_HasB~",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Authorizations_AccountId_CreatedAt_Id",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Asked",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Captured",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "CategoryCode",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "City",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Details",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "MerchantAmount",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "MerchantCurrency",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "NetworkId",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Refunded",
                table: "Authorizations");

            migrationBuilder.DropColumn(
                name: "Wallet",
                table: "Authorizations");
        }
    }
}
